package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Defines an exception's class under a name that no compiler would let pass. */
final class HostileClass extends ClassLoader {

  private static final String NAME = "NameToBeReplaced";

  static Class<?> named(String name) throws IOException {
    String file = "HostileClass$" + NAME + ".class";
    try (InputStream in = HostileClass.class.getResourceAsStream(file)) {
      String bytes =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
      byte[] renamed = bytes.replace(NAME, utf8(name)).getBytes(StandardCharsets.ISO_8859_1);
      return new HostileClass().defineClass(null, renamed, 0, renamed.length);
    }
  }

  /** The name in class files' UTF-8, which has to be as long as the other name. */
  private static String utf8(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DataOutputStream(out).writeUTF(name);
    String utf8 = out.toString(StandardCharsets.ISO_8859_1).substring(2);
    assertThat(utf8).hasSize(NAME.length());
    return utf8;
  }

  /** Stands for a class of any name. */
  public static final class NameToBeReplaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NameToBeReplaced() {
      super("expected by a test");
    }
  }
}
