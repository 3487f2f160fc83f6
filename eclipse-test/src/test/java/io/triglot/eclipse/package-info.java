/**
 * Eclipse without its windows: the workspace, the Java builder and annotation processing, in a
 * process of their own, which builds a project whenever it is told to.
 */
@NullMarked
package io.triglot.eclipse;

import org.jspecify.annotations.NullMarked;
