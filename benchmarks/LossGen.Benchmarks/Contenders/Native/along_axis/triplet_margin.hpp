// How far the positive is from being closer to the anchor than the negative by the margin; the gradients of all three.
#pragma once

#include "../common.hpp"

struct TripletMarginLoss
{
    static constexpr float Margin = 1, Epsilon = 1e-6f;

    template <int C>
    static float row(const float* __restrict x, const float* __restrict y, const float* __restrict z, int32_t, float* __restrict gx, float* __restrict gy, float* __restrict gz, float scale)
    {
        float positive = 0, negative = 0;
        for (int c = 0; c < C; c++)
        {
            float to_positive = x[c] - y[c] + Epsilon, to_negative = x[c] - z[c] + Epsilon;
            positive += to_positive * to_positive;
            negative += to_negative * to_negative;
        }

        positive = std::sqrt(positive);
        negative = std::sqrt(negative);
        float value = greater(0.0f, Margin + positive - negative);
        float of_positive = value > 0 ? scale / positive : 0, of_negative = value > 0 ? scale / negative : 0;
        for (int c = 0; c < C; c++)
        {
            float to_positive = of_positive * (x[c] - y[c] + Epsilon), to_negative = of_negative * (x[c] - z[c] + Epsilon);
            gx[c] = to_positive - to_negative;
            gy[c] = -to_positive;
            gz[c] = to_negative;
        }

        return value;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float* __restrict y, const float* __restrict z, const int32_t*, float* __restrict gx, float* __restrict gy, float* __restrict gz, float scale)
    {
        static float positive[S], negative[S];
        float value = 0;
        for (int b = 0; b < S; b++) positive[b] = negative[b] = 0;
        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float to_positive = x[c * S + b] - y[c * S + b] + Epsilon, to_negative = x[c * S + b] - z[c * S + b] + Epsilon;
                positive[b] += to_positive * to_positive;
                negative[b] += to_negative * to_negative;
            }

        // From here on, the factors of the gradients.
        for (int b = 0; b < S; b++)
        {
            positive[b] = std::sqrt(positive[b]);
            negative[b] = std::sqrt(negative[b]);
            float excess = greater(0.0f, Margin + positive[b] - negative[b]);
            value += excess;
            positive[b] = excess > 0 ? scale / positive[b] : 0;
            negative[b] = excess > 0 ? scale / negative[b] : 0;
        }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float to_positive = positive[b] * (x[c * S + b] - y[c * S + b] + Epsilon), to_negative = negative[b] * (x[c * S + b] - z[c * S + b] + Epsilon);
                gx[c * S + b] = to_positive - to_negative;
                gy[c * S + b] = -to_positive;
                gz[c * S + b] = to_negative;
            }

        return value;
    }
};
