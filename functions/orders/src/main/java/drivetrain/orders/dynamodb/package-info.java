/** The tables of orders: the log, its snapshots, the views, prices, keys and interventions. */
package drivetrain.orders.dynamodb;
