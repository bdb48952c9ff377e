package io.sereno.statements.hibernate;

import io.sereno.statements.Parcel;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** A session factory for {@link Parcel}. */
public final class Parcels {

  private Parcels() {}

  public static SessionFactory open(Map<String, Object> settings) {
    return new Configuration()
        .addAnnotatedClass(Parcel.class)
        .buildSessionFactory(
            new StandardServiceRegistryBuilder()
                .applySetting("hibernate.type.json_format_mapper", new NoJson())
                .applySetting("hibernate.hbm2ddl.auto", "create-drop")
                .applySettings(settings)
                .build());
  }

  /** There is the API of Jakarta JSON Binding here, but nobody behind it. */
  private static final class NoJson implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
      throw new UnsupportedOperationException();
    }
  }
}
