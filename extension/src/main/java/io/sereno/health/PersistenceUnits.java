package io.sereno.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The data sources that an application's {@code META-INF/persistence.xml} names. */
final class PersistenceUnits {

  /** What a unit without a data source of its own uses. */
  static final String DEFAULT_DATA_SOURCE = "java:comp/DefaultDataSource";

  private static final String FILE = "META-INF/persistence.xml";

  private PersistenceUnits() {}

  /**
   * JNDI names, each once.
   *
   * @throws IOException if a file cannot be read or is no XML
   */
  static List<String> dataSources(ClassLoader application) throws IOException {
    List<String> names = new ArrayList<>();
    for (URL file : Collections.list(application.getResources(FILE))) {
      URLConnection connection = file.openConnection();
      connection.setUseCaches(false); // or the jar stays open after undeploying
      try (InputStream in = connection.getInputStream()) {
        names.addAll(dataSources(in));
      } catch (XMLStreamException e) {
        throw new IOException(file + " is no XML", e);
      }
    }
    return names.stream().distinct().toList();
  }

  private static List<String> dataSources(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    List<String> names = new ArrayList<>();
    String current = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && isUnit(xml)) {
        boolean local = "RESOURCE_LOCAL".equals(xml.getAttributeValue(null, "transaction-type"));
        current = local ? "" : DEFAULT_DATA_SOURCE;
      } else if (event == XMLStreamConstants.START_ELEMENT && isDataSource(xml.getLocalName())) {
        current = xml.getElementText().strip();
      } else if (event == XMLStreamConstants.END_ELEMENT && isUnit(xml) && !current.isEmpty()) {
        names.add(current);
      }
    }
    return names;
  }

  private static boolean isUnit(XMLStreamReader xml) {
    return xml.getLocalName().equals("persistence-unit");
  }

  private static boolean isDataSource(String element) {
    return element.equals("jta-data-source") || element.equals("non-jta-data-source");
  }
}
