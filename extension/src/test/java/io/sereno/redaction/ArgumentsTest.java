package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Sensitive;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private final Redactor redactor = new Redactor(new RedactionSettings(List.of()));

  @SuppressWarnings("unused") // only its signature matters
  void reset(String login, @Sensitive String answer, String token, long id) {}

  void nothing() {}

  interface Accounts<T> {
    void open(T owner, @Sensitive String answer);
  }

  abstract static class Base implements Accounts<String> {}

  static class OwnAccounts extends Base {
    @Override
    public void open(String owner, String answer) {}
  }

  @Test
  void showsArgumentsByNameWithSecretsMasked() throws Exception {
    Arguments arguments =
        Arguments.of(
            getClass()
                .getDeclaredMethod("reset", String.class, String.class, String.class, long.class),
            redactor);

    assertThat(arguments.show(new Object[] {"ada", "blue", "t0k3n", 7L}))
        .isEqualTo("login=ada, answer=***, token=***, id=7");
  }

  @Test
  void masksWhatTheOverriddenMethodSays() throws Exception {
    Arguments arguments =
        Arguments.of(
            OwnAccounts.class.getDeclaredMethod("open", String.class, String.class), redactor);

    assertThat(arguments.show(new Object[] {"ada", "blue"})).isEqualTo("owner=ada, answer=***");
  }

  @Test
  void showsTypesWhereTheCompilerHasKeptNoNames() throws Exception {
    Method concat = String.class.getMethod("concat", String.class); // as the JDK is compiled
    assertThat(Arguments.canBeShown(concat)).isFalse();

    assertThat(Arguments.of(concat, redactor).show(new Object[] {"hunter2"})).isEqualTo("String");
  }

  @Test
  void isEmptyWithoutArguments() throws Exception {
    Arguments arguments = Arguments.of(getClass().getDeclaredMethod("nothing"), redactor);

    assertThat(arguments.show(new Object[0])).isEmpty();
    assertThat(arguments.show(null)).isEmpty();
  }
}
