package io.sereno.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceUnitsTest {

  @TempDir Path folder;

  @Test
  void namesTheDataSourceOfEachUnitOnce() throws Exception {
    assertThat(
            dataSources(
                """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="a"/>
                  <persistence-unit name="b">
                    <jta-data-source> java:app/jdbc/orders </jta-data-source>
                  </persistence-unit>
                  <persistence-unit name="c"><class>com.acme.C</class></persistence-unit>
                  <persistence-unit name="d" transaction-type="RESOURCE_LOCAL">
                    <non-jta-data-source>jdbc/local</non-jta-data-source>
                  </persistence-unit>
                  <persistence-unit name="e" transaction-type="RESOURCE_LOCAL"/>
                </persistence>
                """))
        .containsExactly("java:comp/DefaultDataSource", "java:app/jdbc/orders", "jdbc/local");
  }

  @Test
  void isEmptyWithoutPersistenceUnits() throws Exception {
    try (URLClassLoader application = loader()) {
      assertThat(PersistenceUnits.dataSources(application)).isEmpty();
    }
  }

  @Test
  void tellsOfAFileThatIsNoXml() {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> dataSources("<persistence>"));
  }

  private List<String> dataSources(String xml) throws IOException {
    Path file = folder.resolve("META-INF/persistence.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, xml);
    try (URLClassLoader application = loader()) {
      return PersistenceUnits.dataSources(application);
    }
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
  }
}
