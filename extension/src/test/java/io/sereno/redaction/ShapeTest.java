package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Sensitive;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.net.URI;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShapeTest {

  private final Redactor redactor = new Redactor(new RedactionSettings(List.of()));

  enum Colour {
    RED,
    GREEN {
      @Override
      public String toString() {
        throw new IllegalStateException("must not be called");
      }
    },
    SECRET
  }

  @Sensitive
  record Pin(String digits) {}

  record Login(String name, Map<String, Object> headers, Object more) {}

  /** A list of the application, which may load what it is asked for. */
  static class LazyList extends AbstractList<String> {
    @Override
    public String get(int index) {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public int size() {
      throw new IllegalStateException("must not be called");
    }
  }

  static class LazyMap extends AbstractMap<String, String> {
    @Override
    public Set<Entry<String, String>> entrySet() {
      throw new IllegalStateException("must not be called");
    }
  }

  static class LazyArrayList extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<String> iterator() {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public int size() {
      throw new IllegalStateException("must not be called");
    }
  }

  /** Each of its methods would do what an object must not do to a line. */
  static class Hostile extends Number implements CharSequence, Comparable<Hostile> {
    private static final long serialVersionUID = 1L;
    private final String name = "h";

    @Override
    public String toString() {
      return "x" + this;
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public int compareTo(Hostile other) {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public int length() {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public char charAt(int index) {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public int intValue() {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public long longValue() {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public float floatValue() {
      throw new IllegalStateException("must not be called");
    }

    @Override
    public double doubleValue() {
      throw new IllegalStateException("must not be called");
    }
  }

  static class Wide {
    final Object a = "a".repeat(300);
    final Object b = "b".repeat(300);
    final Object c = "c".repeat(300);
    final Object d = "d".repeat(300);
    final Object e = "e".repeat(300);
    final Object f = "f".repeat(300);
  }

  @Test
  void showsSimpleValuesAsText() {
    assertThat(redactor.show(URI.create("https://acme.com/a"))).isEqualTo("https://acme.com/a");
    assertThat(redactor.show(ZoneId.of("Europe/Madrid"))).isEqualTo("Europe/Madrid");
    assertThat(redactor.show(OptionalInt.of(3))).isEqualTo("OptionalInt[3]");
    assertThat(redactor.show(Colour.GREEN)).isEqualTo("GREEN");
    assertThat(redactor.show(String.class)).isEqualTo("java.lang.String");
    assertThat(redactor.show(TimeUnit.SECONDS)).isEqualTo("SECONDS");
    assertThat(redactor.show(BigInteger.ONE.shiftLeft(100_000_000))).isEqualTo("BigInteger");
  }

  @Test
  void showsCollectionsByTheirSizeAndFirstElements() {
    assertThat(redactor.show(new ArrayList<>(List.of("a", "b", "c", "d"))))
        .isEqualTo("ArrayList(4)[a, b, c, …]");
    assertThat(redactor.show(new ArrayList<>(List.of(1, 2, 3)))).isEqualTo("ArrayList(3)[1, 2, 3]");
    assertThat(redactor.show(List.of())).isEqualTo("List(0)[]");
    assertThat(redactor.show(Stream.of(1, null).toList())).isEqualTo("List(2)[1, null]");
    assertThat(redactor.show(Arrays.asList("x"))).isEqualTo("List(1)[x]");
    assertThat(redactor.show(new TreeSet<>(Set.of(2, 1)))).isEqualTo("TreeSet(2)[1, 2]");
    assertThat(redactor.show(EnumSet.of(Colour.RED))).isEqualTo("Set(1)[RED]");
    assertThat(redactor.show(Optional.of(List.of(1)))).isEqualTo("List(1)[1]");
  }

  @Test
  void showsMapsWithSecretsMasked() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("user", "ada");
    map.put("password", new String[] {"hunter2"});
    assertThat(redactor.show(map)).isEqualTo("LinkedHashMap(2){user=ada, password=***}");
    assertThat(redactor.show(Map.of(Colour.SECRET, "x"))).isEqualTo("Map(1){SECRET=***}");
    assertThat(redactor.show(new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c", 4, "d"))))
        .isEqualTo("TreeMap(4){1=a, 2=b, 3=c, …}");
  }

  @Test
  void showsArraysLikewise() {
    assertThat(redactor.show(new int[] {1, 2, 3, 4})).isEqualTo("int[](4)[1, 2, 3, …]");
    assertThat(redactor.show(new String[] {"a", null})).isEqualTo("String[](2)[a, null]");
    assertThat(redactor.show(new int[][] {{1}, {2, 3}}))
        .isEqualTo("int[][](2)[int[](1)[1], int[](2)[2, 3]]");
    assertThat(redactor.show(new byte[12])).isEqualTo("byte[](12)");
    assertThat(redactor.show("hunter2".toCharArray())).isEqualTo("char[](7)");
    assertThat(redactor.show(new Pin[] {new Pin("1234")})).isEqualTo("Pin[](1)[***]");
  }

  @Test
  void masksSecretsAtEachDepth() {
    Object deep =
        List.of(
            Map.of("outer", new Login("ada", Map.of("Authorization", "Basic x"), new Pin("1"))));

    assertThat(redactor.show(deep))
        .isEqualTo("List(1)[Map(1){outer=Login[name=ada, headers=Map(1), more=***]}]");
    assertThat(redactor.show(new Login("ada", Map.of("Authorization", "x"), List.of(new Pin("1")))))
        .isEqualTo("Login[name=ada, headers=Map(1){Authorization=***}, more=List(1)[***]]");
  }

  @Test
  void whatMayHaveSomethingLazyBehindItIsShownByItsType() {
    assertThat(redactor.show(new LazyList())).isEqualTo("LazyList");
    assertThat(redactor.show(new LazyMap())).isEqualTo("LazyMap");
    assertThat(redactor.show(new LazyArrayList())).isEqualTo("LazyArrayList");
    assertThat(redactor.show(Collections.unmodifiableList(new LazyList()))).isEqualTo("List");
    assertThat(redactor.show(Collections.synchronizedMap(new LazyMap()))).isEqualTo("Map");
    assertThat(redactor.show(new Vector<>(List.of(1)))).isEqualTo("Vector");
    assertThat(redactor.show(new LinkedBlockingQueue<>())).isEqualTo("LinkedBlockingQueue");
    assertThat(redactor.show(new ConcurrentLinkedQueue<>())).isEqualTo("ConcurrentLinkedQueue");
  }

  @Test
  void consumesAndAwaitsNothing() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    Supplier<String> supplier =
        () -> {
          asked.set(true);
          return "";
        };
    Stream<String> stream = Stream.of("a");
    Iterator<Integer> iterator = List.of(1).iterator();
    ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[3]);
    StringReader reader = new StringReader("abc");

    assertThat(redactor.show(supplier)).isEqualTo("Supplier");
    assertThat(redactor.show(stream)).isEqualTo("Stream");
    assertThat(redactor.show(iterator)).isNotEmpty();
    assertThat(redactor.show(bytes)).isEqualTo("ByteArrayInputStream");
    assertThat(redactor.show(reader)).isEqualTo("StringReader");
    assertThat(redactor.show(CompletableFuture.supplyAsync(supplier, command -> {})))
        .isEqualTo("CompletableFuture");

    assertThat(asked).isFalse();
    assertThat(stream).containsExactly("a");
    assertThat(iterator.next()).isEqualTo(1);
    assertThat(bytes.available()).isEqualTo(3);
    assertThat(reader.read()).isEqualTo('a');
  }

  @Test
  void callsNoMethodOfTheApplication() {
    assertThat(redactor.show(new Hostile())).isEqualTo("Hostile[name=h]");
    assertThat(redactor.show(List.of(new Hostile()))).isEqualTo("List(1)[Hostile[name=h]]");
    assertThat(redactor.show(Collections.singletonMap(new Hostile(), new Hostile())))
        .isEqualTo("Map(1){Hostile[name=h]=Hostile[name=h]}");
    assertThat(redactor.show(new IllegalStateException("x"))).isEqualTo("IllegalStateException");
    assertThat(redactor.show((Runnable) () -> {})).isEqualTo("Runnable");
    assertThat(redactor.show(new Object() {})).isEqualTo("ShapeTest$1[]");
  }

  @Test
  void namesProxiesByWhatTheyStandFor() {
    Object proxy =
        java.lang.reflect.Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Comparable.class},
            (p, method, arguments) -> {
              throw new IllegalStateException("must not be called");
            });

    assertThat(redactor.show(proxy)).isEqualTo("Comparable");
  }

  @Test
  void cyclesEnd() {
    List<Object> self = new ArrayList<>();
    self.add(self);
    Map<String, Object> map = new HashMap<>();
    map.put("me", map);
    Object[] array = new Object[1];
    array[0] = array;

    assertThat(redactor.show(self))
        .isEqualTo("ArrayList(1)[ArrayList(1)[ArrayList(1)[ArrayList(1)]]]");
    assertThat(redactor.show(map))
        .isEqualTo("HashMap(1){me=HashMap(1){me=HashMap(1){me=HashMap(1)}}}");
    assertThat(redactor.show(array))
        .isEqualTo("Object[](1)[Object[](1)[Object[](1)[Object[](1)]]]");
  }

  @Test
  void theWholeIsBounded() {
    String shown = redactor.show(List.of(new Wide(), new Wide(), new Wide()));

    assertThat(shown).hasSize(1_025).endsWith("…");
    assertThat(redactor.show("😀".repeat(10_000))).hasSize(257).endsWith("😀…");
    assertThat(redactor.show('x' + "😀".repeat(10_000))).hasSize(256).endsWith("😀…");
  }

  @Test
  void aStackThatIsAlmostFullIsNoMatter() {
    assertThat(deepest(new Login("ada", Map.of(), List.of(1)), 0))
        .matches("(Login\\[name=.*|" + Login.class.getName().replace("$", ".") + ")");
  }

  /** What is shown where the stack ends. */
  private String deepest(Object value, int depth) {
    try {
      return depth < 0 ? "" : deepest(value, depth + 1);
    } catch (StackOverflowError e) {
      return redactor.show(value);
    }
  }

  @Test
  void modificationMeanwhileIsNoMatter() throws Exception {
    List<Integer> list = new ArrayList<>();
    Map<Integer, Integer> map = new HashMap<>();
    Set<Integer> set = new HashSet<>();
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !done.get(); i++) {
                list.add(i);
                map.put(i % 100, i);
                set.add(i % 100);
                if (i % 50 == 0) {
                  list.clear();
                  map.clear();
                  set.clear();
                }
              }
            });
    writer.start();
    try {
      assertThat(IntStream.range(0, 20_000).mapToObj(i -> redactor.show(List.of(list, map, set))))
          .allMatch(shown -> shown.startsWith("List(3)[") && shown.endsWith("]"));
    } finally {
      done.set(true);
      writer.join();
    }
  }
}
