package drivetrain.customers.handlers;

import drivetrain.customers.domain.Profile;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.List;

/** A profile as its customer sees it; what there isn't is left out. */
@Json
record ProfileView(String customerId, String name, String company, String email, String language,
        List<AddressBody> addresses, String defaultAddress, long version) {
    private static final JsonType<ProfileView> TYPE = JsonTypes.strict(ProfileView.class);

    /** 200, with the tag that the next write must name. */
    static ApiResponse answer(Profile profile) {
        return ApiResponse.json(200, TYPE, of(profile)).with("ETag", EntityTag.of(profile));
    }

    private static ProfileView of(Profile profile) {
        var details = profile.details();
        var book = details.addressBook();
        return new ProfileView(profile.customerId().value(), details.name().orElse(null),
                details.company().orElse(null), details.email().orElse(null),
                details.language().tag(), book.addresses().stream().map(AddressBody::of).toList(),
                book.defaultLabel().orElse(null), profile.version());
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ProfileView[" + customerId + ", " + version + "]";
    }
}
