package io.sereno.logging.handlers;

import io.sereno.logging.format.ServerProperties;
import io.sereno.settings.Settings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to a file that is rotated by size and by day.
 *
 * <p>A full disk or a folder that is gone never reaches who logs: lines are lost meanwhile,
 * counted, and told of once when it begins and once when it is over. Threads: any.
 */
public final class RotatingFileHandler extends LineHandler {

  private static final Logger LOG = Logger.getLogger(RotatingFileHandler.class.getName());

  private final Object lock = new Object();
  private final @Nullable ServerProperties properties;
  private volatile @Nullable LogFileSettings settings;
  private @Nullable LogFile file;
  private boolean closed;

  /** A handler as a server's {@code logging.properties} wants it. */
  public RotatingFileHandler() {
    ServerProperties own = new ServerProperties(RotatingFileHandler.class);
    this.properties = own;
    this.settings = named(own.settings());
    configure(own);
  }

  RotatingFileHandler(LogFileSettings settings) {
    this.properties = null;
    this.settings = settings;
  }

  /** A server may name the file later. */
  private static @Nullable LogFileSettings named(Settings settings) {
    return settings.text("filename").isEmpty() ? null : LogFileSettings.read(settings);
  }

  @Override
  protected void write(byte[] bytes, int length) throws IOException {
    LogFileSettings own = settings;
    if (own == null) {
      throw new FileNotFoundException("set " + getClass().getName() + ".filename");
    }
    LogFile open = open(own);
    if (open == null) {
      losses().add(LogFile.CLOSED, 1);
    } else {
      open.write(Arrays.copyOf(bytes, length));
    }
  }

  /** The file that is written to, symbolic links followed as far as they exist, if it is named. */
  public Optional<Path> file() {
    return Optional.ofNullable(settings)
        .filter(LogFileSettings::isNamed)
        .map(LogFileSettings::realFile);
  }

  /** Null once the handler is closed, which is for good. */
  private @Nullable LogFile open(LogFileSettings own) {
    synchronized (lock) {
      if (closed) {
        return null;
      }
      LogFile known = file;
      if (known == null) {
        known = new LogFile(own, Clock.system(ZoneId.systemDefault()), new Telling(own.file()));
        file = known;
      }
      return known;
    }
  }

  @Override
  protected List<String> lossReasons() {
    return Stream.concat(
            super.lossReasons().stream(),
            Stream.of(LogFile.WRITE_FAILED, LogFile.FILE_REMOVED, LogFile.CLOSED))
        .toList();
  }

  @Override
  public boolean isTended() {
    return true;
  }

  @Override
  protected void tendOwn() {
    LogFile known;
    synchronized (lock) {
      known = file;
    }
    if (known != null) {
      known.tend();
    }
  }

  @Override
  protected void release() {
    synchronized (lock) {
      closed = true;
    }
    leaveFile();
  }

  private void leaveFile() {
    LogFile known;
    synchronized (lock) {
      known = file;
      file = null;
    }
    if (known != null) {
      known.close();
    }
  }

  public void setFilename(String name) {
    set("filename", name);
  }

  public void setMaxBytes(String size) {
    set("max-bytes", size);
  }

  public void setDaily(String flag) {
    set("daily", flag);
  }

  public void setBackupCount(String number) {
    set("backup-count", number);
  }

  public void setCompress(String flag) {
    set("compress", flag);
  }

  private void set(String name, String value) {
    ServerProperties own = properties;
    if (own == null) {
      throw new IllegalStateException("not a handler of a server's");
    }
    Settings changed = own.set(name, value);
    LogFileSettings wanted = named(changed);
    own.refuse(changed);
    settings = wanted;
    leaveFile(); // the next line goes where it should now
  }

  /** What becomes of a file's failures: on this thread, this handler writes nothing of it. */
  private final class Telling implements LogFile.Events {

    private final Path name;

    Telling(Path name) {
      this.name = name;
    }

    @Override
    public void lost(String reason, long lines) {
      losses().add(reason, lines);
    }

    @Override
    public void failed(String doing, IOException cause) {
      RotatingFileHandler.this.failed(doing, cause);
    }

    @Override
    public void recovered(long linesLost) {
      LOG.log(
          Level.WARNING,
          "{0} is written again; {1} lines were lost",
          new Object[] {name, linesLost});
    }
  }
}
