package drivetrain.orders.application;

/** The ports of orders that keep something. */
public record Stores(OrderStore orders, PlacementStore placements, PriceStore prices,
        ViewStore views, InterventionStore interventions) {}
