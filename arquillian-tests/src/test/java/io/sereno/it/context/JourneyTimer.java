package io.sereno.it.context;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;

@Singleton
public class JourneyTimer {

  @Resource private TimerService timers;

  public void set() {
    timers.createSingleActionTimer(1, new TimerConfig("journey", false));
  }

  @Timeout
  public void ring() {
    JourneyServlet.LOG.info("timer");
  }
}
