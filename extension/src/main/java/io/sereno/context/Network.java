package io.sereno.context;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses, written as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or one address. No
 * name is ever looked up.
 */
public final class Network {

  /** What to write in a setting that holds networks. */
  public static final String REMEDY =
      "write addresses or ranges such as 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32";

  /** With an IPv4 address at its end and the name of an interface behind it. */
  private static final int LONGEST = 64;

  private static final Pattern IPV4 =
      Pattern.compile("OCTET(\\.OCTET){3}".replace("OCTET", "(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w{1,16})?|::");

  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
    int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > address.length * 8) {
      throw new IllegalArgumentException("not a range: " + text);
    }
    return new Network(address, bits);
  }

  /** Whether the text is an IPv4 or IPv6 address. */
  static boolean isAddress(String text) {
    try {
      return bytes(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether an address lies in this range; false for a text that is no address. */
  public boolean contains(@Nullable String other) {
    return other != null && isAddress(other) && contains(bytes(other));
  }

  private boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((address[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** An IPv4 address mapped into IPv6 comes out as IPv4: InetAddress has it so. */
  private static byte[] bytes(String text) {
    String address = text.strip();
    if (address.length() > LONGEST) {
      throw new IllegalArgumentException("not an address: it is too long");
    }
    if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      throw new IllegalArgumentException("not an address: " + text);
    }
    try {
      return InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + text, e);
    }
  }
}
