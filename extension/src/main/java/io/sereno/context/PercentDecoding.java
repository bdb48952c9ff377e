package io.sereno.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/**
 * Makes text that was percent-encoded in UTF-8 readable. What is not valid stays as it was sent,
 * and so do control characters: a path is written to one line, by whichever formatter.
 */
public final class PercentDecoding {

  private PercentDecoding() {}

  /** The text itself if nothing in it is encoded. */
  public static String of(String text) {
    int first = text.indexOf('%');
    return first < 0 ? text : decoded(text, first);
  }

  private static String decoded(String text, int first) {
    StringBuilder decoded = new StringBuilder(text.length()).append(text, 0, first);
    int at = first;
    while (at < text.length()) {
      int end = endOfEncoded(text, at);
      if (end == at) {
        decoded.append(text.charAt(at));
        at++;
      } else {
        append(text, at, end, decoded);
        at = end;
      }
    }
    return decoded.toString();
  }

  /** Behind the encoded bytes that follow each other from here. */
  private static int endOfEncoded(String text, int start) {
    int end = start;
    while (end + 2 < text.length()
        && text.charAt(end) == '%'
        && HexFormat.isHexDigit(text.charAt(end + 1))
        && HexFormat.isHexDigit(text.charAt(end + 2))) {
      end += 3;
    }
    return end;
  }

  /** Character by character, so that one that is broken does not spoil its neighbours. */
  private static void append(String text, int start, int end, StringBuilder decoded) {
    int at = start;
    while (at < end) {
      int length = 3 * lengthOfCharacter(octet(text, at));
      boolean whole = length > 0 && at + length <= end;
      if (!whole || !appendCharacter(text, at, at + length, decoded)) {
        length = 3;
        decoded.append(text, at, at + length);
      }
      at += length;
    }
  }

  private static boolean appendCharacter(String text, int start, int end, StringBuilder decoded) {
    byte[] bytes = new byte[(end - start) / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) octet(text, start + 3 * i);
    }
    try {
      String character = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (isLineBreaking(character.charAt(0))) {
        return false;
      }
      decoded.append(character);
      return true;
    } catch (CharacterCodingException e) {
      return false; // no UTF-8: it stays as it is
    }
  }

  private static boolean isLineBreaking(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }

  private static int octet(String text, int at) {
    return HexFormat.fromHexDigits(text, at + 1, at + 3);
  }

  /** How many bytes a character has whose first is this, 0 if none begins so. */
  private static int lengthOfCharacter(int octet) {
    if (octet < 0x80) {
      return 1;
    }
    return octet < 0xC2 ? 0 : octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : octet < 0xF5 ? 4 : 0;
  }
}
