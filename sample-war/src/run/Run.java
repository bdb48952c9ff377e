import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Starts the application on Payara Micro in the foreground, and sees to it that the server ends
 * when Maven does, however Maven ends.
 *
 * <p>Run from its source: {@code java Run.java src/run payara-micro.jar invoicing.war 8080}.
 */
public final class Run {

  private static final int SECONDS_TO_STOP = 30;

  public static void main(String[] arguments) throws Exception {
    Path settings = Path.of(arguments[0]);
    String server = arguments[1];
    String application = arguments[2];
    int port = Integer.parseInt(arguments[3]);
    if (isTaken(port)) {
      System.err.printf("%n  Port %d is taken. Another one: mvn package -Prun -Dport=9090%n%n", port);
      System.exit(1);
    }
    String address = "http://localhost:" + port + "/invoicing/";
    System.out.println(welcome(address));

    Process payara =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dinvoicing.address=" + address,
                "-jar",
                server,
                "--deploy",
                application,
                "--port",
                Integer.toString(port),
                // Its users' passwords are known: not for the neighbours
                "--prebootcommandfile",
                settings.resolve("loopback.asadmin").toString(),
                "--logproperties",
                settings.resolve("logging.properties").toString(),
                "--noHazelcast",
                "--nohostaware",
                "--disablephonehome")
            .inheritIO()
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(payara)));
    ProcessHandle.current().parent().ifPresent(Run::endWith);
    System.exit(payara.waitFor());
  }

  /** The server itself would tell so in a stack trace, and end as if all were well. */
  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void endWith(ProcessHandle maven) {
    maven.onExit().thenRun(() -> System.exit(0));
  }

  private static void stop(Process payara) {
    payara.destroy();
    try {
      if (!payara.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        payara.destroyForcibly();
      }
    } catch (InterruptedException e) {
      payara.destroyForcibly();
    }
  }

  private static String welcome(String address) {
    return """

          The sample application is starting; Ctrl-C stops it. In some ten seconds, open

            %1$s
            %1$ssereno/health
            %1$ssereno/metrics    (curl -H "X-Sereno-Token: sereno-demo")
            %1$ssereno/audit      (curl -u auditor:auditor)
        """
        .formatted(address);
  }
}
