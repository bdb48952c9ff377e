package io.sereno.context;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/**
 * The same for message-driven beans. These are no beans of CDI's, whose types an extension could
 * change: so the extension makes {@code @MessageDriven} itself the binding of this interceptor.
 */
@Interceptor
@Priority(50)
public class MessageInterceptor extends WorkInterceptor {

  private static final long serialVersionUID = 1L;
}
