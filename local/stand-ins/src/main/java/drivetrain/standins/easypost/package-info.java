/**
 * The part of EasyPost that the shipping service uses: shipments with rates, labels bought and
 * refunded, and trackers whose parcels move when told to. Shapes, error codes and transitions are
 * those of EasyPost's API documentation (Shipments, Rates, Trackers, Errors, Webhooks).
 */
package drivetrain.standins.easypost;
