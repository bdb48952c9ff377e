package io.sereno.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Skips a test class or method on all servers but these; nothing is deployed for a skipped class.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyOn.Condition.class)
public @interface OnlyOn {

  Server[] value();

  /** Reads the annotation. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return AnnotationSupport.findAnnotation(context.getElement(), OnlyOn.class)
          .filter(only -> !Arrays.asList(only.value()).contains(Server.current()))
          .map(
              only ->
                  ConditionEvaluationResult.disabled("Only on " + Arrays.toString(only.value())))
          .orElse(ConditionEvaluationResult.enabled(""));
    }
  }
}
