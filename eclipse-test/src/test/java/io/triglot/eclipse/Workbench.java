package io.triglot.eclipse;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Path;
import org.eclipse.jdt.apt.core.util.AptConfig;
import org.eclipse.jdt.apt.core.util.IFactoryPath;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A workspace with one project, {@code shop}, that processes annotations as the example's pom sets
 * it up. When it is open it writes {@code END}. Each line of input, {@code full} or {@code
 * incremental}, builds it; then what is wrong is written, a line each, and {@code END}.
 */
public final class Workbench implements BundleActivator {
  private static final NullProgressMonitor SILENT = new NullProgressMonitor();

  @Override
  public void start(BundleContext context) throws CoreException, IOException {
    IProject project = open();
    System.out.println("END");
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      build(project, line);
    }
  }

  @Override
  public void stop(BundleContext context) {}

  private static IProject open() throws CoreException {
    IWorkspace workspace = ResourcesPlugin.getWorkspace();
    IWorkspaceDescription manually = workspace.getDescription();
    manually.setAutoBuilding(false);
    workspace.setDescription(manually);
    IProject project = workspace.getRoot().getProject("shop");
    project.create(SILENT);
    project.open(SILENT);
    IProjectDescription description = project.getDescription();
    description.setNatureIds(new String[] {JavaCore.NATURE_ID});
    project.setDescription(description, SILENT);
    project.getFolder("src").create(true, true, SILENT);
    setUp(JavaCore.create(project));
    return project;
  }

  private static void setUp(IJavaProject project) throws CoreException {
    List<IClasspathEntry> path = new ArrayList<>();
    path.add(JavaCore.newSourceEntry(project.getPath().append("src")));
    path.add(library(System.getProperty("java.home") + "/lib/jrt-fs.jar"));
    for (String jar : System.getProperty("shop.libraries").split(File.pathSeparator)) {
      path.add(library(jar));
    }
    project.setRawClasspath(
        path.toArray(IClasspathEntry[]::new), project.getPath().append("bin"), SILENT);
    project.setOption(JavaCore.COMPILER_COMPLIANCE, "17");
    project.setOption(JavaCore.COMPILER_SOURCE, "17");
    project.setOption(JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM, "17");
    IFactoryPath processors = AptConfig.getDefaultFactoryPath(project);
    processors.addExternalJar(new File(System.getProperty("shop.processor")));
    AptConfig.setFactoryPath(project, processors);
    AptConfig.addProcessorOption(project, "triglot.lock", "none");
    AptConfig.setEnabled(project, true);
  }

  private static IClasspathEntry library(String jar) {
    return JavaCore.newLibraryEntry(new Path(jar), null, null);
  }

  private static void build(IProject project, String kind) throws CoreException {
    project.refreshLocal(IResource.DEPTH_INFINITE, SILENT);
    project.build(
        kind.equals("full")
            ? IncrementalProjectBuilder.FULL_BUILD
            : IncrementalProjectBuilder.INCREMENTAL_BUILD,
        SILENT);
    for (IMarker marker : project.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE)) {
      if (marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR) {
        System.out.println(
            "ERROR "
                + marker.getResource().getName()
                + ": "
                + marker.getAttribute(IMarker.MESSAGE));
      }
    }
    System.out.println("END");
  }
}
