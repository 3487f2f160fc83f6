package io.triglot.runtime;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** Arrays of primitives as lists, and lists as such arrays. For generated code. */
public final class PrimitiveArrays {
  private PrimitiveArrays() {}

  /** A view of the elements. */
  public static List<Integer> list(int[] array) {
    return new View<>(array.length, i -> array[i]);
  }

  /** A view of the elements. */
  public static List<Long> list(long[] array) {
    return new View<>(array.length, i -> array[i]);
  }

  /** A view of the elements. */
  public static List<Double> list(double[] array) {
    return new View<>(array.length, i -> array[i]);
  }

  /** A view of the elements. */
  public static List<Float> list(float[] array) {
    return new View<>(array.length, i -> array[i]);
  }

  /** A view of the elements. */
  public static List<Short> list(short[] array) {
    return new View<>(array.length, i -> array[i]);
  }

  /** A view of the elements. */
  public static List<Character> list(char[] array) {
    return new View<>(array.length, i -> array[i]);
  }

  /** A view of the elements. */
  public static List<Boolean> list(boolean[] array) {
    return new View<>(array.length, i -> array[i]);
  }

  /** The elements in an array. */
  public static int[] ints(List<Integer> elements) {
    int[] array = new int[elements.size()];
    Iterator<Integer> each = elements.iterator();
    for (int i = 0; i < array.length; i++) {
      array[i] = each.next();
    }
    return array;
  }

  /** The elements in an array. */
  public static long[] longs(List<Long> elements) {
    long[] array = new long[elements.size()];
    Iterator<Long> each = elements.iterator();
    for (int i = 0; i < array.length; i++) {
      array[i] = each.next();
    }
    return array;
  }

  /** The elements in an array. */
  public static double[] doubles(List<Double> elements) {
    double[] array = new double[elements.size()];
    Iterator<Double> each = elements.iterator();
    for (int i = 0; i < array.length; i++) {
      array[i] = each.next();
    }
    return array;
  }

  /** The elements in an array. */
  public static float[] floats(List<Float> elements) {
    float[] array = new float[elements.size()];
    Iterator<Float> each = elements.iterator();
    for (int i = 0; i < array.length; i++) {
      array[i] = each.next();
    }
    return array;
  }

  /** The elements in an array. */
  public static short[] shorts(List<Short> elements) {
    short[] array = new short[elements.size()];
    Iterator<Short> each = elements.iterator();
    for (int i = 0; i < array.length; i++) {
      array[i] = each.next();
    }
    return array;
  }

  /** The elements in an array. */
  public static char[] chars(List<Character> elements) {
    char[] array = new char[elements.size()];
    Iterator<Character> each = elements.iterator();
    for (int i = 0; i < array.length; i++) {
      array[i] = each.next();
    }
    return array;
  }

  /** The elements in an array. */
  public static boolean[] booleans(List<Boolean> elements) {
    boolean[] array = new boolean[elements.size()];
    Iterator<Boolean> each = elements.iterator();
    for (int i = 0; i < array.length; i++) {
      array[i] = each.next();
    }
    return array;
  }

  private static final class View<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> element;

    View(int size, IntFunction<T> element) {
      this.size = size;
      this.element = element;
    }

    @Override
    public T get(int index) {
      return element.apply(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
