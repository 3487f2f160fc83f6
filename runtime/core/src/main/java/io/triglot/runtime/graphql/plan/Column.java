package io.triglot.runtime.graphql.plan;

import com.fasterxml.jackson.core.SerializableString;
import io.triglot.runtime.graphql.plan.FieldSource.Method;
import io.triglot.runtime.graphql.plan.FieldSource.Reader;

/** One member of a selected object: its key in the response, and where its value comes from. */
sealed interface Column {
  /** The alias or the name of the field, encoded once. */
  SerializableString key();

  /** What its value becomes. */
  Shape shape();

  /** Whether its value comes from the object itself. */
  default boolean asks() {
    return this instanceof Read || this instanceof Computed;
  }

  /** {@code __typename}. */
  record TypeName(SerializableString key, Shape shape, String name) implements Column {}

  /** A field at the root, which is called by whoever executes the operation. */
  record Called(SerializableString key, Slot slot) implements Column {
    @Override
    public Shape shape() {
      return slot.shape();
    }
  }

  /** A field of the object itself. */
  record Read(SerializableString key, Reader reader, Slot slot) implements Column {
    @Override
    public Shape shape() {
      return slot.shape();
    }
  }

  /** A field with arguments of the object itself. */
  record Computed(SerializableString key, Method method, ArgumentValues arguments, Slot slot)
      implements Column {
    @Override
    public Shape shape() {
      return slot.shape();
    }
  }

  /**
   * A field that is loaded for many objects at once.
   *
   * @param position of the column in its selection
   * @param ordinal of the column among those of its stage
   * @param loaded what is selected of the values
   */
  record Batched(
      SerializableString key,
      int position,
      int ordinal,
      BatchQueue queue,
      ArgumentValues arguments,
      Stage loaded)
      implements Column {
    @Override
    public Shape shape() {
      return loaded.slot().shape();
    }
  }
}
