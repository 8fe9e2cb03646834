// One minus the correlation of two vectors; the gradients of both.
#pragma once

#include "../common.hpp"

struct CorrelationLoss
{
    template <int C>
    static float row(const float* __restrict x, const float* __restrict y, const float*, int32_t, float* __restrict gx, float* __restrict gy, float*, float scale)
    {
        float left_mean = 0, right_mean = 0, together = 0, left_squares = 0, right_squares = 0;
        for (int c = 0; c < C; c++)
        {
            left_mean += x[c];
            right_mean += y[c];
        }

        left_mean /= C;
        right_mean /= C;
        for (int c = 0; c < C; c++)
        {
            float a = x[c] - left_mean, b = y[c] - right_mean;
            together += a * b;
            left_squares += a * a;
            right_squares += b * b;
        }

        float inverse = 1 / std::sqrt(left_squares * right_squares), correlation = together * inverse;
        float of_other = -scale * inverse, of_left = scale * correlation / left_squares, of_right = scale * correlation / right_squares;
        for (int c = 0; c < C; c++)
        {
            float a = x[c] - left_mean, b = y[c] - right_mean;
            gx[c] = of_other * b + of_left * a;
            gy[c] = of_other * a + of_right * b;
        }

        return 1 - correlation;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float* __restrict y, const float*, const int32_t*, float* __restrict gx, float* __restrict gy, float*, float scale)
    {
        static float left_mean[S], right_mean[S], together[S], left_squares[S], right_squares[S];
        float value = 0;
        for (int b = 0; b < S; b++) left_mean[b] = right_mean[b] = together[b] = left_squares[b] = right_squares[b] = 0;
        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                left_mean[b] += x[c * S + b] / C;
                right_mean[b] += y[c * S + b] / C;
            }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float left = x[c * S + b] - left_mean[b], right = y[c * S + b] - right_mean[b];
                together[b] += left * right;
                left_squares[b] += left * left;
                right_squares[b] += right * right;
            }

        // From here on, the factors of the gradients.
        for (int b = 0; b < S; b++)
        {
            float inverse = 1 / std::sqrt(left_squares[b] * right_squares[b]), correlation = together[b] * inverse;
            value += 1 - correlation;
            together[b] = -scale * inverse;
            left_squares[b] = scale * correlation / left_squares[b];
            right_squares[b] = scale * correlation / right_squares[b];
        }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float left = x[c * S + b] - left_mean[b], right = y[c * S + b] - right_mean[b];
                gx[c * S + b] = together[b] * right + left_squares[b] * left;
                gy[c * S + b] = together[b] * left + right_squares[b] * right;
            }

        return value;
    }
};
