package com.acme.types;

import org.jspecify.annotations.Nullable;

/** A bean that may hold another. */
public class Node {
  private String name = "";
  private @Nullable Node next;
  private @Nullable String note = "untouched";

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public @Nullable Node getNext() {
    return next;
  }

  public void setNext(@Nullable Node next) {
    this.next = next;
  }

  /**
   * What to know of it.
   *
   * @deprecated Use labels.
   */
  @Deprecated
  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }
}
