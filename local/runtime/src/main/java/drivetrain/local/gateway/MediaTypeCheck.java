package drivetrain.local.gateway;

import java.util.Set;

/**
 * An integration behind its {@code passthroughBehavior}: bodies of media types without a mapping
 * template are refused with 415.
 */
record MediaTypeCheck(Set<String> mediaTypes, Integration integration) implements Integration {

    MediaTypeCheck {
        mediaTypes = Set.copyOf(mediaTypes);
    }

    @Override
    public HttpReply answer(ApiCall call) {
        if (call.http().body().length > 0 && !mediaTypes.contains(call.http().mediaType())) {
            throw GatewayRefusal.of(GatewayResponseType.UNSUPPORTED_MEDIA_TYPE);
        }
        return integration.answer(call);
    }
}
