/**
 * Inventory: how much of each product is on hand, and what is promised to which order. This
 * package wires the service; its rules are in {@code domain}, its use cases in {@code
 * application}.
 */
package drivetrain.inventory;
