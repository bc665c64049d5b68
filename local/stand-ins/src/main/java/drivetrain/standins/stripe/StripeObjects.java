package drivetrain.standins.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.standins.server.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stripe's JSON objects. */
final class StripeObjects {
    private StripeObjects() {}

    static ObjectNode intent(Intent intent) {
        ObjectNode json = Json.object().put("id", intent.id()).put("object", "payment_intent")
                .put("amount", intent.amount()).put("amount_capturable", intent.capturable())
                .put("amount_received", intent.captured());
        intent.cancellation().ifPresentOrElse(
                why -> json.put("canceled_at", why.at().getEpochSecond())
                        .put("cancellation_reason", nullIfEmpty(why.reason())),
                () -> json.putNull("canceled_at").putNull("cancellation_reason"));
        json.put("capture_method", intent.manualCapture() ? "manual" : "automatic")
                .put("client_secret", intent.id() + "_secret_test")
                .put("confirmation_method", "automatic")
                .put("created", intent.created().getEpochSecond())
                .put("currency", intent.currency()).putNull("customer")
                .put("description", nullIfEmpty(intent.description()))
                .put("latest_charge", nullIfEmpty(intent.charge()));
        json.set("last_payment_error", intent.decline()
                .<JsonNode>map(declines -> cardError(declines, intent.charge()))
                .orElseGet(json::nullNode));
        json.put("livemode", false).set("metadata", Json.tree(intent.metadata()));
        json.set("next_action", nextAction(intent));
        json.put("payment_method", paymentMethod(intent));
        json.set("payment_method_types", Json.tree(List.of("card")));
        return json.put("status", intent.status().wireName());
    }

    /** The error of a declined card, without the intent that it happened to. */
    static ObjectNode cardError(TestCard.Declines declines, String charge) {
        ObjectNode error = Json.object().put("charge", charge).put("code", declines.code());
        if (!declines.declineCode().isEmpty()) {
            error.put("decline_code", declines.declineCode());
        }
        return error.put("doc_url", "https://docs.stripe.com/error-codes/"
                + declines.code().replace('_', '-')).put("message", declines.message())
                .put("type", "card_error");
    }

    static ObjectNode refund(Refund refund) {
        ObjectNode json = Json.object().put("id", refund.id()).put("object", "refund")
                .put("amount", refund.amount()).put("charge", refund.charge())
                .put("created", refund.created().getEpochSecond())
                .put("currency", refund.currency());
        json.set("metadata", Json.tree(refund.metadata()));
        return json.put("payment_intent", refund.intentId())
                .put("reason", nullIfEmpty(refund.reason())).put("status", "succeeded");
    }

    /** A page of intents; {@code kind} is {@code list} or {@code search_result}. */
    static ObjectNode page(String kind, String url, List<Intent> intents, boolean hasMore) {
        ObjectNode page = Json.object().put("object", kind).put("url", url)
                .put("has_more", hasMore);
        page.set("data", Json.tree(intents.stream().map(StripeObjects::intent).toList()));
        return page;
    }

    /** An Event with the object that it is about. */
    static ObjectNode event(String id, String type, Instant created, JsonNode object) {
        ObjectNode event = Json.object().put("id", id).put("object", "event")
                .put("api_version", "2025-09-30.clover").put("created", created.getEpochSecond())
                .put("livemode", false).put("pending_webhooks", 1).put("type", type);
        event.set("data", Json.tree(Map.of("object", object)));
        event.set("request", Json.tree(Map.of()));
        return event;
    }

    /** The charge of an intent, as far as webhooks need it. */
    static ObjectNode charge(Intent intent) {
        ObjectNode charge = Json.object().put("id", intent.charge()).put("object", "charge")
                .put("amount", intent.amount()).put("amount_captured", intent.captured())
                .put("amount_refunded", intent.refunded())
                .put("captured", intent.captured() > 0).put("currency", intent.currency())
                .put("payment_intent", intent.id())
                .put("refunded", intent.captured() > 0 && intent.refunded() == intent.captured())
                .put("status", "succeeded");
        charge.set("metadata", Json.tree(intent.metadata()));
        return charge;
    }

    private static JsonNode nextAction(Intent intent) {
        return intent.status() == Intent.Status.REQUIRES_ACTION
                ? Json.object().put("type", "use_stripe_sdk")
                : Json.object().nullNode();
    }

    /** Stripe drops the payment method of an intent that was declined. */
    private static String paymentMethod(Intent intent) {
        return intent.decline().isPresent() ? null : nullIfEmpty(intent.paymentMethod());
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
