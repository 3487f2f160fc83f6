package io.triglot.example.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** News as the database has them. */
final class StoredNews {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredNews() {}

  static String write(News news) {
    try {
      return JSON.writeValueAsString(news);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static News read(String json) {
    try {
      return JSON.readValue(json, News.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
