package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.figures.Figures;
import io.sereno.logging.Dictionary.PlannedHandler;
import io.sereno.logging.format.FormatterContext;
import io.sereno.logging.format.TextFormatter;
import io.sereno.logging.handlers.HandlerSettings;
import io.sereno.logging.handlers.LineHandler;
import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutletsTest {

  private final List<String> done = new ArrayList<>();
  private final Map<String, PlannedHandler> planned = new LinkedHashMap<>();

  @Test
  void oneThatFailsKeepsTheOthersNeitherFromTendingNorFromClosing() {
    plan("first", new OutOfMemoryError("expected by a test"));
    plan("second", new IllegalStateException("expected by a test"));
    plan("third", null);
    Outlets outlets = new Outlets(planned, new Figures());

    assertThat(outlets.areTended()).isTrue();
    outlets.tend();
    outlets.close();

    assertThat(done)
        .containsExactly(
            "first tends",
            "second tends",
            "third tends",
            "first ends",
            "second ends",
            "third ends");
  }

  private void plan(String name, @Nullable Throwable failure) {
    Settings none = TestSettings.of(Map.of());
    FormatterContext around =
        new FormatterContext(
            new Redactor(new RedactionSettings(List.of())),
            FormatterContext.LONGEST_LINE,
            Optional.empty(),
            List.of(),
            new LongAdder(),
            true);
    LineHandler handler =
        new LineHandler() {
          @Override
          protected void write(byte[] bytes, int length) {}

          @Override
          public boolean isTended() {
            return true;
          }

          @Override
          protected void tendOwn() {
            done(name + " tends");
          }

          @Override
          protected void release() {
            done(name + " ends");
          }

          private void done(String what) {
            done.add(what);
            if (failure instanceof Error error) {
              throw error;
            } else if (failure instanceof RuntimeException exception) {
              throw exception;
            }
          }
        };
    planned.put(
        name,
        new PlannedHandler(
            handler,
            HandlerSettings.read(none),
            new TextFormatter(none, TextFormatter.SIMPLE, around)));
  }
}
