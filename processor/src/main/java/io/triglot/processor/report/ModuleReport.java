package io.triglot.processor.report;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Service;
import io.triglot.processor.spi.Backend.Lowered;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The report of a module, in Markdown for a code review and in HTML for a browser. Like the
 * documents of the protocols it is merged from fragments, one of each service.
 */
public final class ModuleReport {
  /** What the fragments are called, beside those of the back ends. */
  public static final String ID = "report";

  private static final String MARKDOWN = "META-INF/triglot/report.md";
  private static final String HTML = "META-INF/triglot/report.html";

  private ModuleReport() {}

  /**
   * The fragments of all services of a model.
   *
   * @param lowered the model on each protocol, by the id of the back end
   */
  public static SortedMap<JavaName, String> fragments(
      ApiModel model, Map<String, Lowered> lowered) {
    ReportLowering lowering = new ReportLowering(model, lowered);
    SortedMap<JavaName, String> fragments = new TreeMap<>();
    for (Service service : model.services()) {
      fragments.put(service.javaName(), lowering.lower(service).text());
    }
    return fragments;
  }

  /** Writes both forms of the report; nothing for a module without services. */
  public static void write(SortedMap<JavaName, String> fragments, OutputSink sink) {
    List<ServiceReport> services =
        fragments.values().stream().flatMap(text -> ServiceReport.parse(text).stream()).toList();
    if (!services.isEmpty()) {
      sink.resource(MARKDOWN, MarkdownReport.of(services));
      sink.resource(HTML, HtmlReport.of(services));
    }
  }
}
