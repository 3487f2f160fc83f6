/** The pages of {@code docs/migration}, applied to an application. */
package io.triglot.hosts.road;
