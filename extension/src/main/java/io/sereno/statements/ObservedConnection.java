package io.sereno.statements;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements are seen. All else is the driver's. */
final class ObservedConnection implements InvocationHandler {

  private final Connection connection;

  private ObservedConnection(Connection connection) {
    this.connection = connection;
  }

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            ObservedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new ObservedConnection(connection));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    Object result = call(proxy, method, arguments);
    return switch (method.getName()) {
      case "createStatement" -> observed(Statement.class, result, proxy, null);
      case "prepareStatement" -> observed(PreparedStatement.class, result, proxy, arguments);
      case "prepareCall" -> observed(CallableStatement.class, result, proxy, arguments);
      default -> result;
    };
  }

  /** What the driver refuses to prepare has failed, although it was never executed. */
  private @Nullable Object call(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return Delegation.call(connection, proxy, method, arguments);
    } catch (SQLException e) {
      Statements statements = Statements.inForce();
      if (method.getName().startsWith("prepare") && !statements.isInside()) {
        statements.failed(operation(arguments), e);
      }
      throw e;
    }
  }

  private static Operation operation(@Nullable Object @Nullable [] prepared) {
    return Operation.of(prepared != null && prepared[0] instanceof String sql ? sql : null);
  }

  private static @Nullable Object observed(
      Class<? extends Statement> type,
      @Nullable Object statement,
      Object connection,
      @Nullable Object @Nullable [] prepared) {
    if (!(statement instanceof Statement drivers)) {
      return statement;
    }
    return ObservedStatement.of(type, drivers, (Connection) connection, operation(prepared));
  }
}
