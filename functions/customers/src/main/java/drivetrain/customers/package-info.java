/** Customers: what each tells of itself, and where its parcels go. */
package drivetrain.customers;
