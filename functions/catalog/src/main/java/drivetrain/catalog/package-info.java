/**
 * The catalog: what the maker sells, and which of it carries a load. This package wires the
 * service; its rules are in {@code domain}, its use cases in {@code application}.
 */
package drivetrain.catalog;
