package io.sereno.it.logging;

import io.sereno.Audited;
import io.sereno.Logged;
import io.sereno.Timed;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;

@Singleton
@Logged
@Timed
public class CallsEjb {

  @Resource private TimerService timers;

  @Audited("ejb.wake")
  public String wakeMeUp() {
    timers.createSingleActionTimer(1, new TimerConfig("wake-up", false));
    return "good night";
  }

  @Timeout
  public void wake(Timer timer) {}
}
