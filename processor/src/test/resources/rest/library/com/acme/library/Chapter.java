package com.acme.library;

import io.triglot.ApiType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chapter of a book: a bean that contains itself. */
@ApiType
public class Chapter {
  private String name = "";
  private int pages;
  private @Nullable List<Chapter> sections = new ArrayList<>();

  /** An empty chapter. */
  public Chapter() {}

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public int getPages() {
    return pages;
  }

  public void setPages(int pages) {
    this.pages = pages;
  }

  public @Nullable List<Chapter> getSections() {
    return sections;
  }

  public void setSections(@Nullable List<Chapter> sections) {
    this.sections = sections;
  }

  /** The pages of the chapter and its sections; nobody sets them. */
  public int getAllPages() {
    return pages
        + (sections == null ? 0 : sections.stream().mapToInt(Chapter::getAllPages).sum());
  }
}
