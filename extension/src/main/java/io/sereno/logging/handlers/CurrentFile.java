package io.sereno.logging.handlers;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The file that lines are appended to, while it is open: how long it is, the date its content
 * belongs to, and whether it still stands at its path.
 *
 * <p>It writes through a stream, because a channel is closed under a thread that is interrupted.
 * What is no regular file, a device or a link to somewhere, is written to and otherwise left alone.
 * Threads: under its owner's lock.
 */
final class CurrentFile implements Closeable {

  private final Path path;
  private final FileOutputStream out;
  private final @Nullable Object identity;
  private final boolean regular;
  private long size;
  private LocalDate date;

  private CurrentFile(Path path, FileOutputStream out, ZoneId zone) throws IOException {
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
    this.path = path;
    this.out = out;
    this.identity = found.fileKey();
    this.regular = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    this.size = found.size();
    this.date = LocalDate.ofInstant(found.lastModifiedTime().toInstant(), zone);
  }

  /** Opens the file at its end, and makes it and its folders where they are missing. */
  static CurrentFile open(Path path, ZoneId zone) throws IOException {
    Path folder = path.getParent();
    if (folder != null && !Files.isDirectory(folder)) { // a link to a folder is one
      Files.createDirectories(folder);
    }
    FileOutputStream out = new FileOutputStream(path.toFile(), true);
    try {
      CurrentFile file = new CurrentFile(path, out, zone);
      file.claim();
      file.completeLastLine();
      return file;
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  /** As {@link #open(Path, ZoneId)}, for content that is known to belong to a date. */
  static CurrentFile open(Path path, ZoneId zone, LocalDate date) throws IOException {
    CurrentFile file = open(path, zone);
    file.date = date;
    return file;
  }

  /** Appends a whole line, or nothing of it. */
  void append(byte[] line, LocalDate today) throws IOException {
    try {
      out.write(line);
    } catch (IOException e) {
      cutOff(line.length, e);
      throw e;
    }
    if (size == 0) {
      date = today;
    }
    size += line.length;
  }

  /** Whether there is content that may be moved away. */
  boolean hasContent() {
    return regular && size > 0;
  }

  long size() {
    return size;
  }

  LocalDate date() {
    return date;
  }

  /** Looks whether the path still leads to this file, and how long others have made it. */
  boolean isInPlace() {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      size = found.size();
      return identity == null || identity.equals(found.fileKey());
    } catch (IOException e) { // no such file, or no way to it: opening it anew tells
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * Keeps other handlers of this process from writing to the same file, whatever classes they have:
   * two that rotate it would tear it. A lock behind the end of any file keeps no reader away, and
   * ends with the stream. Other processes are not kept from it.
   */
  private void claim() throws IOException {
    if (!regular) {
      return;
    }
    boolean interrupted = Thread.interrupted(); // which would close the channel
    try {
      FileLock unused = out.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException e) {
      throw new FileSystemException(path.toString(), null, "another handler writes to this file");
    } catch (IOException e) {
      return; // a file system without locks
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A process that was killed may have left half a line, which must not spoil the next one. */
  private void completeLastLine() throws IOException {
    if (!hasContent() || !Files.isReadable(path)) {
      return;
    }
    try (RandomAccessFile reader = new RandomAccessFile(path.toFile(), "r")) {
      reader.seek(size - 1);
      if (reader.read() == '\n') {
        return;
      }
    }
    out.write('\n');
    size++;
  }

  private void cutOff(int length, IOException cause) {
    if (!regular) {
      return;
    }
    boolean interrupted = Thread.interrupted(); // which would close the channel
    try {
      FileChannel channel = out.getChannel();
      if (channel.size() < size + length) { // else others have written behind it
        channel.truncate(size);
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
