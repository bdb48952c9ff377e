package com.example.invoicing.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Takes a quantity of 1.5 for an error. Left alone, JSON-B takes it for 1, and 4294967297 too, and
 * a name of {@code true} for "true".
 */
@Provider
public final class StrictJson implements ContextResolver<Jsonb> {

  private final Jsonb json =
      JsonbBuilder.create(
          new JsonbConfig()
              .withDeserializers(new StrictText(), new StrictLong(), new StrictInteger()));

  @Override
  public Jsonb getContext(Class<?> type) {
    return json;
  }

  private static final class StrictText implements JsonbDeserializer<String> {
    @Override
    public @Nullable String deserialize(
        JsonParser parser, DeserializationContext context, Type type) {
      JsonString text = read(JsonString.class, parser);
      return text == null ? null : text.getString();
    }
  }

  private static final class StrictLong implements JsonbDeserializer<Long> {
    @Override
    public @Nullable Long deserialize(
        JsonParser parser, DeserializationContext context, Type type) {
      JsonNumber number = read(JsonNumber.class, parser);
      return number == null ? null : Long.valueOf(number.longValueExact());
    }
  }

  private static final class StrictInteger implements JsonbDeserializer<Integer> {
    @Override
    public @Nullable Integer deserialize(
        JsonParser parser, DeserializationContext context, Type type) {
      JsonNumber number = read(JsonNumber.class, parser);
      return number == null ? null : Integer.valueOf(number.intValueExact());
    }
  }

  /** Leaves it to Bean Validation whether a null is allowed. */
  private static <T extends JsonValue> @Nullable T read(Class<T> kind, JsonParser parser) {
    JsonValue value = parser.getValue();
    if (value == JsonValue.NULL) {
      return null;
    }
    if (!kind.isInstance(value)) {
      throw new JsonbException("Not a " + kind.getSimpleName());
    }
    return kind.cast(value);
  }
}
