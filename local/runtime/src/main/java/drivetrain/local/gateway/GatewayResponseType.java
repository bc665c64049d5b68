package drivetrain.local.gateway;

/**
 * The reasons for which API Gateway answers by itself. Statuses, messages and the values of
 * {@code x-amzn-ErrorType} are AWS's; see "Gateway response types for API Gateway".
 */
enum GatewayResponseType {
    ACCESS_DENIED(403, "User is not authorized to access this resource", "AccessDeniedException"),
    API_CONFIGURATION_ERROR(500, "Internal server error", "InternalServerErrorException"),
    AUTHORIZER_CONFIGURATION_ERROR(500, null, "AuthorizerConfigurationException"),
    AUTHORIZER_FAILURE(500, null, "AuthorizerFailureException"),
    BAD_REQUEST_BODY(400, "Invalid request body", "BadRequestException"),
    BAD_REQUEST_PARAMETERS(400, "Missing required request parameters", "BadRequestException"),
    EXPIRED_TOKEN(403, "The security token included in the request is expired",
            "ExpiredTokenException"),
    INTEGRATION_FAILURE(504, "Network error communicating with endpoint",
            "GatewayTimeoutException"),
    INTEGRATION_TIMEOUT(504, "Endpoint request timed out", "GatewayTimeoutException"),
    INVALID_API_KEY(403, "Forbidden", "ForbiddenException"),
    INVALID_SIGNATURE(403, "The request signature is invalid", "InvalidSignatureException"),
    MISSING_AUTHENTICATION_TOKEN(403, "Missing Authentication Token",
            "MissingAuthenticationTokenException"),
    QUOTA_EXCEEDED(429, "Limit Exceeded", "LimitExceededException"),
    REQUEST_TOO_LARGE(413, "Request Too Long", "RequestTooLargeException"),
    RESOURCE_NOT_FOUND(404, "Not Found", "NotFoundException"),
    THROTTLED(429, "Too Many Requests", "TooManyRequestsException"),
    UNAUTHORIZED(401, "Unauthorized", "UnauthorizedException"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "UnsupportedMediaTypeException"),
    WAF_FILTERED(403, "Forbidden", "ForbiddenException"),
    DEFAULT_4XX(400, "Bad Request", "BadRequestException"),
    DEFAULT_5XX(500, "Internal server error", "InternalServerErrorException");

    private final int status;
    private final String message;
    private final String errorType;

    GatewayResponseType(int status, String message, String errorType) {
        this.status = status;
        this.message = message;
        this.errorType = errorType;
    }

    int status() {
        return status;
    }

    /** The default message; null where AWS gives none. */
    String message() {
        return message;
    }

    String errorType() {
        return errorType;
    }

    /** The type whose customization applies where this one has none. */
    GatewayResponseType fallback() {
        return status < 500 ? DEFAULT_4XX : DEFAULT_5XX;
    }
}
