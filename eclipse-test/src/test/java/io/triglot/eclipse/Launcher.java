package io.triglot.eclipse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts Equinox with Eclipse's bundles, and the workbench in it. */
public final class Launcher {
  private Launcher() {}

  /**
   * Runs until the workbench has read all of its input.
   *
   * @param args a folder for the workspace, the folder of the bundles, and that of our classes,
   *     which are a bundle themselves
   */
  @SuppressWarnings("CatchAndPrintStackTrace") // it is what the test shows
  public static void main(String[] args) {
    try {
      run(args);
      System.exit(0); // Eclipse leaves threads behind
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .iterator()
            .next()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage", directory.resolve("framework").toString(),
                    "osgi.install.area", directory.toUri().toString(),
                    "osgi.instance.area", directory.resolve("workspace").toUri().toString(),
                    "osgi.user.area", directory.resolve("user").toUri().toString(),
                    "org.osgi.framework.bundle.parent", "ext",
                    "org.osgi.framework.bootdelegation", "javax.*,com.sun.*"));
    framework.start();
    BundleContext context = framework.getBundleContext();
    List<Bundle> bundles = new ArrayList<>();
    bundles.add(context.installBundle("org.apache.ant", ant()));
    try (Stream<Path> jars = Files.list(Path.of(args[1]))) {
      for (Path jar : jars.sorted().toList()) {
        if (!jar.getFileName().toString().startsWith("org.eclipse.osgi-")) {
          bundles.add(context.installBundle("reference:" + jar.toUri()));
        }
      }
    }
    for (Bundle bundle : bundles) {
      if (bundle.getHeaders().get("Fragment-Host") == null) {
        bundle.start();
      }
    }
    context.installBundle("reference:" + new File(args[2]).toURI()).start();
    framework.stop();
    framework.waitForStop(0);
  }

  /** Nothing, under the name of Ant, which annotation processing requires and does not use here. */
  private static InputStream ant() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", "org.apache.ant");
    attributes.putValue("Bundle-Version", "1.10.15");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
