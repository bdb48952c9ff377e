package io.sereno;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call as an interceptor sees it, of which observers may know the arguments alone. */
public final class FakeCall implements InvocationContext {

  private final Object @Nullable [] arguments;

  public FakeCall(Object... arguments) {
    this.arguments = arguments;
  }

  private FakeCall(@Nullable Void untouchable) {
    this.arguments = null;
  }

  /** A call that must be left alone. */
  public static FakeCall untouchable() {
    return new FakeCall((Void) null);
  }

  @Override
  public Object[] getParameters() {
    if (arguments == null) {
      throw new IllegalStateException("nobody's business");
    }
    return arguments;
  }

  @Override
  public Map<String, Object> getContextData() {
    return new HashMap<>();
  }

  @Override
  public Object getTarget() {
    throw new IllegalStateException("nobody's business");
  }

  @Override
  public Object getTimer() {
    throw new IllegalStateException("nobody's business");
  }

  @Override
  public Method getMethod() {
    throw new IllegalStateException("nobody's business");
  }

  @Override
  public Constructor<?> getConstructor() {
    throw new IllegalStateException("nobody's business");
  }

  @Override
  public void setParameters(Object[] changed) {
    throw new IllegalStateException("nobody's business");
  }

  @Override
  public Object proceed() {
    throw new IllegalStateException("nobody's business");
  }
}
