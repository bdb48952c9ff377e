package io.sereno.it.context;

/** Sends messages, where there is a broker. */
public interface JourneyMessages {

  void send();
}
