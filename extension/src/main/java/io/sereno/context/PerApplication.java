package io.sereno.context;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each application that runs has of something, for those to whom nobody can hand it: what
 * servers and libraries make by themselves.
 *
 * <p>An application that has these classes to itself, such as a WAR with the library in its {@code
 * WEB-INF/lib}, has its own on every thread. Where several share the classes, in an EAR or by the
 * server, a thread's context class loader tells whose work it does; on a thread that has none of
 * theirs, there is what the application has whose loader is the library's own, if it runs beside
 * them, else nothing. Threads: any.
 *
 * @param <T> what each application has
 */
public final class PerApplication<T> {

  private final T nothing;
  private final ClassLoader library;
  private final Object lock = new Object();
  private volatile @Nullable T onlyOne;
  private volatile Map<ClassLoader, T> sharing = Map.of();

  /**
   * Begins without applications.
   *
   * @param nothing what there is where no application runs
   */
  public PerApplication(T nothing) {
    this(nothing, PerApplication.class.getClassLoader());
  }

  PerApplication(T nothing, ClassLoader library) {
    this.nothing = nothing;
    this.library = library;
  }

  /** From now on this application has this. */
  public void start(ClassLoader application, T own) {
    synchronized (lock) {
      if (application.equals(library)) {
        onlyOne = own;
        return;
      }
      Map<ClassLoader, T> more = new HashMap<>(sharing);
      more.put(application, own);
      sharing = Map.copyOf(more);
    }
  }

  /** From now on it has nothing, unless it has begun anew with something else. */
  @SuppressWarnings("ReferenceEquality") // the very one that was started
  public void stop(T own) {
    synchronized (lock) {
      if (onlyOne == own) {
        onlyOne = null;
      }
      Map<ClassLoader, T> fewer = new HashMap<>(sharing);
      fewer.values().removeIf(one -> one == own);
      sharing = Map.copyOf(fewer);
    }
  }

  /** That of the application at work on this thread. */
  public T current() {
    Map<ClassLoader, T> known = sharing;
    T own = known.isEmpty() ? null : ofThread(known);
    if (own == null) {
      own = onlyOne;
    }
    return own == null ? nothing : own;
  }

  private static <T> @Nullable T ofThread(Map<ClassLoader, T> known) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (; loader != null; loader = loader.getParent()) {
      T own = known.get(loader);
      if (own != null) {
        return own;
      }
    }
    return null;
  }
}
