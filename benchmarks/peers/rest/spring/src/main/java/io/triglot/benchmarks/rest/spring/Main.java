package io.triglot.benchmarks.rest.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process of Spring Boot: takes its settings. */
@SpringBootApplication
public class Main {
  /** Serves until it is ended. */
  public static void main(String[] arguments) {
    SpringApplication.run(Main.class, arguments);
  }
}
