package io.triglot.hosts;

import io.quarkus.bootstrap.app.CuratedApplication;
import io.quarkus.bootstrap.app.QuarkusBootstrap;
import io.quarkus.bootstrap.app.RunningQuarkusApplication;
import io.quarkus.value.registry.ValueRegistry.RuntimeKey;
import io.triglot.processor.backend.rest.HostedApi;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.processor.backend.rest.UploadBehaviour;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;

/** An application of Quarkus, built and started while the tests run. */
final class QuarkusHost implements RestHost {
  private static final RuntimeKey<Integer> PORT = RuntimeKey.intKey("quarkus.http.port");

  private final CuratedApplication application;
  private final RunningQuarkusApplication running;

  private QuarkusHost(CuratedApplication application, RunningQuarkusApplication running) {
    this.application = application;
    this.running = running;
  }

  /** Builds and starts applications, each in class loaders of its own. */
  static final class Starter implements RestHost.Starter {
    @Override
    public RestHost start(HostedApi.Endpoints endpoints, int maxBodyBytes) {
      throw new UnsupportedOperationException("Quarkus takes classes when it is built");
    }

    @Override
    public HostedApi.Running start(HostedApi api, Path directory, int maxBodyBytes)
        throws Exception {
      Path classes =
          Producers.with(api, maxBodyBytes, UploadBehaviour.MAX_UPLOAD_BYTES)
              .compile(directory)
              .classes();
      Properties settings = new Properties();
      settings.setProperty("quarkus.http.host", "127.0.0.1");
      settings.setProperty("quarkus.http.port", "0");
      settings.setProperty("platform.quarkus.native.builder-image", "none"); // Maven would tell it
      CuratedApplication application =
          QuarkusBootstrap.builder()
              .setApplicationRoot(classes)
              .setProjectRoot(directory)
              .setTargetDirectory(directory)
              .setMode(QuarkusBootstrap.Mode.RUN)
              .setFlatClassPath(true)
              .setBaseName("api")
              .setBaseClassLoader(QuarkusHost.class.getClassLoader())
              .setExistingModel(QuarkusClassPath.modelOf(classes))
              .setBuildSystemProperties(settings)
              .setRuntimeProperties(settings)
              .build()
              .bootstrap();
      RunningQuarkusApplication running =
          application.createAugmentor().createInitialRuntimeApplication().run();
      return new HostedApi.Running(new QuarkusHost(application, running), running.getClassLoader());
    }
  }

  @Override
  public URI uri() {
    int port = running.valueRegistry().get(PORT);
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public void close() {
    try {
      running.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      application.close();
    }
  }
}
