package io.sereno.settings;

/**
 * One thing that is wrong with a deployment, told so that it can be mended at once.
 *
 * @param where the full configuration key, or the class or member
 * @param found what stands there
 * @param remedy what to write instead
 */
public record Problem(String where, String found, String remedy) {

  @Override
  public String toString() {
    return where + " = \"" + found + "\": " + remedy;
  }
}
