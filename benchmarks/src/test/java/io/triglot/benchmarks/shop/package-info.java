/**
 * The shop under load: its three protocols beside each other, by the figures that teams choose by.
 * {@link io.triglot.benchmarks.shop.ShopComparison} runs the parts, each of which measures one
 * thing on shops that are processes of their own.
 */
package io.triglot.benchmarks.shop;
