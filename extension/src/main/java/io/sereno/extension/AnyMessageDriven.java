package io.sereno.extension;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.util.AnnotationLiteral;

/** {@code @MessageDriven} as a binding, whatever its members say. */
@SuppressWarnings("ClassExplicitlyAnnotation") // as CDI has it
final class AnyMessageDriven extends AnnotationLiteral<MessageDriven> implements MessageDriven {

  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "";
  }

  @Override
  public Class<?> messageListenerInterface() {
    return Object.class;
  }

  @Override
  public ActivationConfigProperty[] activationConfig() {
    return new ActivationConfigProperty[0];
  }

  @Override
  public String mappedName() {
    return "";
  }

  @Override
  public String description() {
    return "";
  }
}
