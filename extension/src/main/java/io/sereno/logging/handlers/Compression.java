package io.sereno.logging.handlers;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses old files on a thread that lives as long as there is something to compress.
 *
 * <p>The original is deleted when the compressed file is complete and on the disk. What a crash has
 * left uncompressed is compressed the next time. Threads: any.
 */
final class Compression {

  private static final int CHUNK = 65_536;
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);

  private final Path file;
  private final OldFiles files;
  private final LogFile.Events events;
  private final ThreadPoolExecutor thread;
  private volatile boolean failing;

  Compression(Path file, OldFiles files, LogFile.Events events) {
    this.file = file;
    this.files = files;
    this.events = events;
    // one waiting run is enough: each compresses all there is
    this.thread =
        new ThreadPoolExecutor(
            0,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Compression::thread,
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Compresses what is not compressed yet. Returns at once. */
  void begin() {
    thread.execute(this::compressAll);
  }

  /** Waits so long for what is under way, then gives it up; the uncompressed file stays. */
  void close(Duration patience) {
    thread.shutdown();
    try {
      if (thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
    awaitEnd();
  }

  /**
   * It notices between two chunks: our classes are not to be missed by a thread that still runs.
   */
  private void awaitEnd() {
    boolean interrupted = Thread.interrupted();
    try {
      boolean ended = thread.awaitTermination(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        events.failed(
            "ending the compression of old files of " + file, new IOException("it hangs"));
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void compressAll() {
    try {
      IOException failure = null;
      for (Path old : files.uncompressed()) {
        try {
          compress(old);
        } catch (InterruptedIOException e) {
          throw e;
        } catch (IOException e) { // must not keep the others from being compressed
          failure = e;
        }
      }
      files.prune(); // one that was deleted while it was compressed has come back
      if (failure != null) {
        throw failure;
      }
      failing = false;
    } catch (InterruptedIOException e) {
      return; // given up while closing
    } catch (IOException e) {
      fail(e);
    } catch (RuntimeException e) {
      fail(new IOException(e));
    }
  }

  private void fail(IOException cause) {
    if (!failing) {
      failing = true;
      events.failed("compressing old files of " + file, cause);
    }
  }

  private static void compress(Path old) throws IOException {
    Path unfinished = OldFiles.unfinished(old);
    try {
      copy(old, unfinished);
      Path compressed = old.resolveSibling(old.getFileName() + OldFiles.COMPRESSED);
      Files.move(unfinished, compressed, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(old);
    } catch (NoSuchFileException e) {
      return; // deleted meanwhile, being one of the oldest
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        FileOutputStream out = new FileOutputStream(to.toFile());
        GZIPOutputStream gzip = new GZIPOutputStream(out, CHUNK)) {
      byte[] chunk = new byte[CHUNK];
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("Compression given up: " + from);
        }
        gzip.write(chunk, 0, length);
      }
      gzip.finish();
      out.getFD().sync();
    }
  }

  /**
   * Without anything of the thread that happens to rotate, which may be another application's; what
   * is told from here is the application's whose handler this is.
   */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "sereno-log-compress", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Compression.class.getClassLoader());
    return thread;
  }
}
