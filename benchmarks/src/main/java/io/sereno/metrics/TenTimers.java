package io.sereno.metrics;

import io.sereno.Timed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ten timed methods, and ten beans that have them. */
@Timed
public class TenTimers {

  static final Class<? extends TenTimers>[] TEN = all();

  private int count;

  @SuppressWarnings("unchecked")
  private static Class<? extends TenTimers>[] all() {
    return List.of(
            T0.class, T1.class, T2.class, T3.class, T4.class, T5.class, T6.class, T7.class,
            T8.class, T9.class)
        .toArray(Class[]::new);
  }

  void callAll() {
    one();
    two();
    three();
    four();
    five();
    six();
    seven();
    eight();
    nine();
    ten();
  }

  public int one() {
    return ++count;
  }

  public int two() {
    return ++count;
  }

  public int three() {
    return ++count;
  }

  public int four() {
    return ++count;
  }

  public int five() {
    return ++count;
  }

  public int six() {
    return ++count;
  }

  public int seven() {
    return ++count;
  }

  public int eight() {
    return ++count;
  }

  public int nine() {
    return ++count;
  }

  public int ten() {
    return ++count;
  }

  @ApplicationScoped
  public static class T0 extends TenTimers {}

  @ApplicationScoped
  public static class T1 extends TenTimers {}

  @ApplicationScoped
  public static class T2 extends TenTimers {}

  @ApplicationScoped
  public static class T3 extends TenTimers {}

  @ApplicationScoped
  public static class T4 extends TenTimers {}

  @ApplicationScoped
  public static class T5 extends TenTimers {}

  @ApplicationScoped
  public static class T6 extends TenTimers {}

  @ApplicationScoped
  public static class T7 extends TenTimers {}

  @ApplicationScoped
  public static class T8 extends TenTimers {}

  @ApplicationScoped
  public static class T9 extends TenTimers {}
}
